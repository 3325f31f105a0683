#version 330 core
// A square far above that goes with the camera; no buffer.
uniform mat4 view;
uniform vec3 camera;
uniform float height;
uniform float reach;
out vec2 over;
out float clear;

void main() {
    vec2 at = vec2((gl_VertexID & 1) * 2 - 1, (gl_VertexID >> 1) * 2 - 1) * reach;
    over = at + camera.xz;
    clear = 1.0;
    gl_Position = view * vec4(at.x, height - camera.y, at.y, 1.0);
}
