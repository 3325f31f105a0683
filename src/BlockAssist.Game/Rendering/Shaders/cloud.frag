#version 330 core
// A block that somebody believes in: its picture, with a light rim that blurs into it.
in vec3 place;
in vec4 paint;

uniform sampler2DArray blocks;
uniform vec3 tint;

out vec4 colour;

void main() {
    vec2 away = abs(place.xy - 0.5);
    float rim = smoothstep(0.30, 0.5, max(away.x, away.y));
    vec3 picture = mix(texture(blocks, place).rgb * paint.rgb, tint, 0.25 + 0.55 * rim);
    colour = vec4(picture, paint.a * mix(0.75, 1.0, rim));
}
