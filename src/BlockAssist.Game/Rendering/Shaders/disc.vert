#version 330 core
// The sun, then the moon across from it: a square around each.
uniform mat4 view;           // from places relative to the camera to the picture
uniform vec3 sun;            // where it is, of length 1
uniform float daylight;
uniform float cloudHeight;   // above the eyes
uniform float cloudSeen;     // 0 above the clouds
uniform float reach;         // how far clouds are seen
uniform vec2 drift;          // which part of the clouds is above the eyes

out vec2 away;               // from the middle, as tangents
out vec3 ray;
flat out vec4 hue;
flat out vec2 edge;          // how sharp it is, and how large

const float EDGE = 0.06;
const vec2 CORNERS[6] = vec2[6](vec2(-1, -1), vec2(1, -1), vec2(1, 1), vec2(1, 1), vec2(-1, 1), vec2(-1, -1));

void main() {
    bool isSun = gl_VertexID < 6;
    vec3 to = isSun ? sun : -sun;
    vec3 side = normalize(cross(to, vec3(0.0, 0.0, 1.0)));
    away = CORNERS[gl_VertexID % 6] * EDGE;
    ray = to + away.x * side + away.y * cross(side, to);
    gl_Position = (view * vec4(ray, 1.0)).xyww;
    hue = isSun ? vec4(1.0, 0.97, 0.85, 1.0) : vec4(0.86, 0.88, 0.92, 1.0 - daylight);
    edge = isSun ? vec2(1000.0, 3.0) : vec2(1250.0, 2.5);
}
