using System.Text.Json.Serialization;

namespace BlockAssist.Learner.Updates;

/// <summary>How the numbers of an update are written. The values are in messages and never change.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<UpdateFormat>))]
public enum UpdateFormat
{
    /// <summary>Single precision: nothing is lost.</summary>
    [JsonStringEnumMemberName("f32")]
    F32 = 0,

    /// <summary>Half precision under one common scale.</summary>
    [JsonStringEnumMemberName("f16")]
    F16 = 1,

    /// <summary>A byte each, and a scale for each block.</summary>
    [JsonStringEnumMemberName("i8")]
    I8 = 2,

    /// <summary>Half a byte each, and a scale for each block.</summary>
    [JsonStringEnumMemberName("i4")]
    I4 = 3,

    /// <summary>Only the largest, where they are and a byte each; the others are zero.</summary>
    [JsonStringEnumMemberName("sparse")]
    Sparse = 4,
}
