#version 330 core
// One triangle over the whole picture; no buffer.
uniform mat4 back;   // from the picture to directions
out vec3 direction;

void main() {
    vec2 at = vec2((gl_VertexID << 1) & 2, gl_VertexID & 2) * 2.0 - 1.0;
    gl_Position = vec4(at, 1.0, 1.0);
    vec4 far = back * vec4(at, 1.0, 1.0);
    direction = far.xyz / far.w;
}
