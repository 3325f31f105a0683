#version 330 core
in vec2 over;

uniform sampler2D clouds;
uniform vec3 camera;
uniform float reach;
uniform float seconds;
uniform vec3 tint;

out vec4 colour;

void main() {
    float there = texture(clouds, (over + vec2(seconds * 1.2, 0.0)) / 768.0).r;
    float away = length(over - camera.xz) / reach;
    float cover = there * 0.75 * clamp(1.2 - 1.4 * away, 0.0, 1.0);
    if (cover < 0.02) discard;
    colour = vec4(tint, cover);
}
