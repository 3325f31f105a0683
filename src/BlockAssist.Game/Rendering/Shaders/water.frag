#version 330 core
in vec2 place;
flat in float layer;
in vec3 light;
in float clear;

uniform sampler2DArray blocks;
uniform vec3 haze;
uniform float seconds;

out vec4 colour;

void main() {
    vec2 drift = vec2(seconds * 0.06, seconds * 0.04);
    vec3 paint = 0.5 * (texture(blocks, vec3(place * 0.5 + drift, layer)).rgb + texture(blocks, vec3(place.yx * 0.37 - drift, layer)).rgb);
    colour = vec4(mix(haze, paint * light, clear), mix(1.0, 0.72, clear));
}
