#version 330 core
// A side of a block that differs from the blueprint: a cross on what is wrong, hatching on what is too much.
in vec3 place;
in vec4 paint;

const float STROKE = 0.035;

out vec4 colour;

float crossed(vec2 at) {
    vec2 away = abs(at - 0.5);
    float line = abs(away.x - away.y) * 0.7071;
    return step(line, STROKE) * step(max(away.x, away.y), 0.35);
}

float hatched(vec2 at) {
    float line = abs(fract(2.0 * (at.x + at.y) + 0.5) - 0.5) * 0.3536;
    return step(line, 0.7 * STROKE);
}

void main() {
    float ink = place.z < -2.5 ? hatched(place.xy) : crossed(place.xy);
    colour = vec4(paint.rgb, paint.a * mix(0.25, 1.0, ink));
}
