#version 330 core
// A block that is missing: its picture, and a frame around each side.
in vec3 place;
in vec4 paint;

uniform sampler2DArray blocks;
uniform vec4 frame;
uniform float width;

out vec4 colour;

void main() {
    vec2 away = abs(place.xy - 0.5);
    float framed = step(0.5 - width, max(away.x, away.y));
    colour = mix(texture(blocks, place) * paint, frame, framed);
}
