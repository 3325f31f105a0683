#version 330 core
in vec4 surface;
flat in float layer;

uniform sampler2DArray blocks;
uniform vec3 haze;
uniform vec3 tint;

out vec4 colour;

void main() {
    vec4 paint = texture(blocks, vec3(surface.xy, layer));
    if (paint.a < 0.5) discard;
    colour = vec4(mix(haze, paint.rgb * (surface.z * tint), surface.w), 1.0);
}
