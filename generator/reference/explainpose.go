package reference

// lying is what is to be known of a body on its back, with its poses.
const lying = `Lying on the back: torso = -90, and the head is to the left. A thigh that goes
on in the line of the trunk has the number of torso without its minus: thigh =
119 with torso = -119. Knees that stand have a thigh of about 150 and a shin
of about 10. Arms on the floor beside the body have upper_arm = 80 and forearm
= 88; with 0 they would point down, through the floor. Where the hips are up,
head = 45 lays the head on the floor.

[[pose]]
label     = "Lie on your back, feet close to your hips"
torso     = -90
upper_arm = 80
forearm   = 88
thigh     = 151
shin      = 14
ground    = ["shoulders", "hips", "feet"]

[[pose]]
label     = "Lift your hips until knees and shoulders make a line"
torso     = -119
head      = 45
upper_arm = 88
forearm   = 90
thigh     = 119
shin      = 0
ground    = ["shoulders", "feet"]
`

// footBehind is what is to be known of a foot on something behind the body, with its poses.
const footBehind = `
A foot on something behind: the second number is that of the far side. Its thigh
points a little backwards, and its shin further back than level, less than -90.
Where the hips sink, the near thigh comes up and the far shin turns further
back; the far thigh stays nearly as it was. The bench goes where the foot is.

[[pose]]
label     = "Your back foot on the bench behind you"
thigh     = [12, -22]
shin      = [6, -100]
foot      = [0, -150]
ground    = ["near foot", "far instep on bench"]

[[pose]]
label     = "Sink straight down"
torso     = 12
thigh     = [80, -14]
shin      = [-10, -122]
foot      = [0, -180]

[[prop]]
kind  = "bench"
width = 34
`

// marks is what Legpress draws beside a body.
const marks = `
What is drawn beside the body: an arrow for what moves most, in the pose that
it leads to; arrow = "none" leaves it out. A clock where the exercise is held,
and with seconds the time of a slow movement. The prints of shoes where one
walks, as in a carry, or in whatever is counted in metres; two poses of a walk
show that by themselves, and have neither prints nor an arrow.
`
