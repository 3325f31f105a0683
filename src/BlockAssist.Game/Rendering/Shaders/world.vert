#version 330 core
// A corner of a face, packed as MeshVertex packs it.
layout(location = 0) in uint corner;

uniform mat4 view;        // from places relative to the camera to the picture
uniform vec3 origin;      // the section's lowest corner, relative to the camera
uniform vec2 fog;         // where it begins, and one over how far it is from there to where all is fog
uniform float unshaded;   // so far away corners have no shade
uniform float daylight;   // 0 night, 1 day

out vec4 surface;         // where on the picture of the face; how bright; how clear
flat out float layer;

const float FACES[6] = float[6](0.82, 0.76, 1.0, 0.56, 0.88, 0.70);

void main() {
    vec3 at = vec3(float(corner & 31u), float((corner >> 5) & 31u), float((corner >> 10) & 31u));
    uint face = (corner >> 15) & 7u;
    float sky = float((corner >> 18) & 15u) / 15.0;
    float shade = float((corner >> 22) & 3u) / 3.0;
    vec2 place = face < 2u ? vec2(at.z, -at.y) : face < 4u ? at.xz : vec2(at.x, -at.y);

    vec3 relative = at + origin;
    float away = length(relative);
    shade = mix(shade, 1.0, clamp((away - 0.5 * unshaded) / (0.5 * unshaded), 0.0, 1.0));
    float lit = mix(0.10, 1.0, sky * sky * daylight) * mix(0.50, 1.0, shade) * FACES[face];
    float clear = clamp(1.0 - (away - fog.x) * fog.y, 0.0, 1.0);
    gl_Position = view * vec4(relative, 1.0);
    surface = vec4(place, lit, clear);
    layer = float(corner >> 24);
}
