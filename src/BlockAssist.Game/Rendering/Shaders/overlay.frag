#version 330 core
in vec3 place;
in vec4 paint;

uniform sampler2DArray blocks;

out vec4 colour;

void main() {
    vec4 picture = place.z < -0.5 ? vec4(1.0) : texture(blocks, place);
    colour = picture * paint;
    if (colour.a < 0.02) discard;
}
