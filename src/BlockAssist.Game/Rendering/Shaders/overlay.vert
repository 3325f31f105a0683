#version 330 core
layout(location = 0) in vec3 at;
layout(location = 1) in vec3 picture;
layout(location = 2) in vec4 tint;

uniform mat4 view;

out vec3 place;
out vec4 paint;

void main() {
    gl_Position = view * vec4(at, 1.0);
    place = picture;
    paint = tint;
}
