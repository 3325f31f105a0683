using System.Text.Json;
using System.Text.Json.Serialization;
using BlockAssist.Cli.Running;
using BlockAssist.Learner.Leases;

namespace BlockAssist.Cli.Swarm;

/// <summary>What <c>train verify-lease</c> is to replay.</summary>
/// <param name="Claim">What the trainer committed to.</param>
/// <param name="Files">Where everything is.</param>
/// <param name="Scratch">A folder for this replay alone.</param>
/// <param name="Calibration">What <c>train calibrate</c> wrote; null if nothing was measured.</param>
internal sealed record LeaseOrder(LeaseClaim Claim, LeaseFiles Files, string Scratch, string? Calibration)
{
    /// <summary>The state that is wanted instead of a replay of all; null if none is.</summary>
    public WantedState? State { get; init; }

    /// <summary>The states that are to be compared instead; null if none are.</summary>
    public ComparedStates? Compare { get; init; }

    /// <summary>The one step that is to be made instead; null if none is.</summary>
    public DisputedStep? Step { get; init; }

    /// <summary>Reads an order.</summary>
    /// <exception cref="ForeseenException">It is none.</exception>
    public static LeaseOrder Load(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), SwarmJson.Default.LeaseOrder) ?? throw new JsonException("null");
        }
        catch (JsonException error)
        {
            throw new ForeseenException($"{path} is no order of a replay: {error.Message}");
        }
    }
}

/// <summary>The forms in which a verifier and the process that replays for it speak.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, UseStringEnumConverter = true)]
[JsonSerializable(typeof(LeaseOrder))]
[JsonSerializable(typeof(LeaseFinding))]
[JsonSerializable(typeof(LeaseRuling))]
internal sealed partial class SwarmJson : JsonSerializerContext;
