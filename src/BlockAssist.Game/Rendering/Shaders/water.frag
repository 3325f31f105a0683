#version 330 core
in vec4 surface;
flat in float layer;

uniform sampler2DArray blocks;
uniform vec3 haze;
uniform vec3 tint;
uniform float seconds;

out vec4 colour;

void main() {
    vec2 drift = vec2(seconds * 0.06, seconds * 0.04);
    vec3 paint = 0.5 * (texture(blocks, vec3(surface.xy * 0.5 + drift, layer)).rgb + texture(blocks, vec3(surface.yx * 0.37 - drift, layer)).rgb);
    colour = vec4(mix(haze, paint * (surface.z * tint), surface.w), mix(1.0, 0.72, surface.w));
}
