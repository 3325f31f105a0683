#version 330 core
in vec2 place;
flat in float layer;
in vec3 light;
in float clear;

uniform sampler2DArray blocks;
uniform vec3 haze;

out vec4 colour;

void main() {
    vec3 paint = texture(blocks, vec3(place, layer)).rgb;
    colour = vec4(mix(haze, paint * light, clear), 1.0);
}
