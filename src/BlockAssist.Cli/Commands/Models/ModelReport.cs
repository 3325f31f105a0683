using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using BlockAssist.Learner.Models;

namespace BlockAssist.Cli.Commands.Models;

/// <summary>A model of the node.</summary>
/// <param name="Hash">The hash of its file.</param>
/// <param name="Kind">What it plays.</param>
/// <param name="State">What it is used for.</param>
/// <param name="Created">When it was added.</param>
/// <param name="Parent">What its training started from; null if from fresh weights.</param>
/// <param name="Metrics">What its training showed: <c>loss</c> and <c>accuracy</c> on what it learnt, <c>validation_loss</c> on what was kept apart.</param>
/// <param name="Note">What somebody wanted to be remembered.</param>
internal sealed record ModelReport(
    string Hash, ModelKind Kind, string State, DateTimeOffset Created, string? Parent, IReadOnlyDictionary<string, double> Metrics, string? Note)
{
    private const int DigitsShown = 12;

    /// <summary>What an import did; null where nothing was imported.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AdditionOutcome? Outcome { get; init; }

    /// <summary>What the registry knows of a model.</summary>
    public static ModelReport Of(ModelEntry model) => new(
        model.Hash, model.Kind, model.State.ToString().ToLowerInvariant(), model.Created, model.Parent, model.Metrics, model.Note);

    /// <summary>As much of a hash as tells models apart.</summary>
    public static string Short(string? hash) => hash is null ? "" : hash[..Math.Min(DigitsShown, hash.Length)];

    /// <summary>Its metrics, in a line.</summary>
    public string MetricsLine() =>
        string.Join(", ", Metrics.Select(metric => string.Create(CultureInfo.InvariantCulture, $"{Word(metric.Key)} {metric.Value:G4}")));

    // Measured by the play that was learnt.
    private static string Word(string metric) => metric switch
    {
        "loss" or "accuracy" => $"training {metric}",
        _ => metric.Replace('_', ' '),
    };
}

/// <summary>The models of the node.</summary>
internal sealed record ModelList(IReadOnlyList<ModelReport> Models);

/// <summary>A model and what its file says.</summary>
/// <param name="Model">What the registry knows.</param>
/// <param name="File">Where it is.</param>
/// <param name="Bytes">How large.</param>
/// <param name="Weights">How many weights.</param>
/// <param name="Network">The network's name.</param>
/// <param name="NetworkOptions">Its size.</param>
/// <param name="TrainingOptions">How it was trained.</param>
/// <param name="Counters">How far its training was.</param>
/// <param name="Data">The hash of what it was trained on; null if on nothing.</param>
/// <param name="Code">The version that trained it; null if unknown.</param>
internal sealed record ModelDetails(
    ModelReport Model, string File, long Bytes, int Weights, string Network, JsonElement NetworkOptions, JsonElement TrainingOptions,
    IReadOnlyDictionary<string, long> Counters, string? Data, string? Code);

/// <summary>A model that was written to a file.</summary>
internal sealed record ModelExport(string Hash, string File, string Format, long Bytes);

/// <summary>What came of checking all models.</summary>
internal sealed record ModelVerification(int Models, IReadOnlyList<ModelFinding> Findings);

/// <summary>How the results of the model verbs look as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(ModelReport))]
[JsonSerializable(typeof(ModelList))]
[JsonSerializable(typeof(ModelDetails))]
[JsonSerializable(typeof(ModelExport))]
[JsonSerializable(typeof(ModelVerification))]
internal sealed partial class ModelJson : JsonSerializerContext;
