#version 330 core
// The sky as a dome around the eyes, without a buffer: rings on the plane of the clouds as far as these are seen, then rings that go
// down from there to below the horizon. What changes slowly is worked out at its corners.
uniform mat4 view;           // from places relative to the camera to the picture
uniform vec3 haze;
uniform vec3 zenith;
uniform vec3 sun;            // where it is, of length 1
uniform float glow;          // how much of it is above the horizon
uniform float cloudHeight;   // above the eyes
uniform float cloudSeen;     // 0 above the clouds
uniform float reach;         // how far clouds are seen
uniform vec2 drift;          // which part of the clouds is above the eyes

out vec3 hue;
out vec3 cloud;              // where on their picture; how well they are seen

const float TURN = 6.2831853;
const float EXTENT = 768.0;
const int COLUMNS = 72;
const int RINGS = 24;
const int PLANE = 13;        // so many of the rings are on the plane, as steep as this; one more is where the clouds end
const float OVER_STEEPNESS[PLANE] = float[PLANE](0.0, 0.36, 0.78, 1.19, 1.73, 2.48, 3.49, 4.70, 6.31, 8.78, 12.7, 19.1, 38.2);
const float HEIGHTS[RINGS - PLANE] = float[RINGS - PLANE](1.0, 0.75, 0.5, 0.25, 0.0, -0.04, -0.09, -0.16, -0.27, -0.45, -0.8);
const vec2 STEPS[6] = vec2[6](vec2(0, 0), vec2(1, 0), vec2(0, 1), vec2(1, 0), vec2(1, 1), vec2(0, 1));

vec3 placeOf(int column, int ring) {
    float around = TURN * float(column) / float(COLUMNS);
    float far = ring < PLANE ? min(cloudHeight * OVER_STEEPNESS[ring], reach) : reach;
    float up = ring < PLANE ? cloudHeight : HEIGHTS[ring - PLANE] < 0.0 ? HEIGHTS[ring - PLANE] * reach : HEIGHTS[ring - PLANE] * cloudHeight;
    return vec3(far * cos(around), up, far * sin(around));
}

vec3 hueOf(vec3 to) {
    float up = 3.5 * max(to.y, 0.0);
    vec3 sky = mix(zenith, haze, 1.0 / (1.0 + up * (1.0 + up * (0.5 + up * 0.17))));
    float across = max(dot(to, sun), 0.0);
    float near = 0.35 * pow(across, 48.0) + 0.10 * pow(across, 6.0);
    return sky + vec3(1.0, 0.85, 0.6) * (glow * near * clamp(1.0 + to.y * 1.65, 0.0, 1.0));
}

void main() {
    int cell = gl_VertexID / 6;
    ivec2 step = ivec2(STEPS[gl_VertexID % 6]);
    vec3 at = placeOf(cell % COLUMNS + step.x, cell / COLUMNS + step.y);
    gl_Position = (view * vec4(at, 1.0)).xyww;
    hue = hueOf(normalize(at));
    float clear = at.y < cloudHeight ? -1.0 : 1.2 - 1.2 * length(at.xz) / reach;
    cloud = vec3((at.xz + drift) / EXTENT, clear * cloudSeen);
}
