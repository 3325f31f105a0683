using System.Text.Json.Serialization;
using BlockAssist.Chain.Keystores;
using BlockAssist.Chain.Ledger;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Values;
using BlockAssist.Game.Platform;
using BlockAssist.Game.Rendering;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Inference;
using BlockAssist.Learner.Models;
using BlockAssist.Learner.Onnx;
using BlockAssist.Learner.Training;
using BlockAssist.Net.Identities;
using BlockAssist.Simulation.Blueprints;
using BlockAssist.Simulation.Episodes;

namespace BlockAssist.Cli.Running;

/// <summary>What a failed command says: in words for people, as an object for programs.</summary>
internal sealed record Failure(string Error, string? Advice = null, string? Log = null)
{
    // What the world outside does to us. Formats of foreign data each add their exception here.
    private static readonly Type[] Foreseen =
    [
        typeof(ArtifactFormatException),
        typeof(BlueprintFormatException),
        typeof(ChainException),
        typeof(ChainFormatException),
        typeof(EpisodeFormatException),
        typeof(ForeseenException),
        typeof(HttpRequestException),
        typeof(IdentityException),
        typeof(InferenceException),
        typeof(InvalidDataException),
        typeof(IOException),
        typeof(KeystoreException),
        typeof(LedgerException),
        typeof(OnnxFormatException),
        typeof(PlatformException),
        typeof(RegistryException),
        typeof(RenderingException),
        typeof(TrainingException),
        typeof(UnauthorizedAccessException),
    ];

    /// <summary>Whether the exception tells of the world rather than of a mistake in the program.</summary>
    /// <remarks>Work on many threads wraps what it throws; it is foreseen if all that it wraps is.</remarks>
    public static bool IsForeseen(Exception exception) => exception is AggregateException { InnerExceptions.Count: > 0 } many
        ? many.InnerExceptions.All(IsForeseen)
        : Array.Exists(Foreseen, type => type.IsInstanceOfType(exception));

    /// <summary>The failure that the exception tells of.</summary>
    public static Failure Of(Exception exception) => exception is AggregateException { InnerExceptions: [var first, ..] }
        ? Of(first)
        : new Failure(OneLine(exception.Message), AdviceOf(exception));

    /// <summary>The one line for people.</summary>
    [JsonIgnore]
    public string Line => Advice is null ? Error : $"{Error.TrimEnd('.')}. {Advice}";

    private static string? AdviceOf(Exception exception) => exception switch
    {
        ForeseenException foreseen => foreseen.Advice,
        ArtifactFormatException artifact => artifact.Advice,
        IdentityException identity => identity.Advice ?? DiskAdvice.Of(identity.InnerException),
        _ => DiskAdvice.Of(exception),
    };

    private static string OneLine(string message) =>
        PlainText.Of(string.Join(' ', message.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)));
}
