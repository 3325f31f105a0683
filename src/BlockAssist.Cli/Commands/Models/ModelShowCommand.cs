using System.Globalization;
using System.Text.Json;
using BlockAssist.Cli.Running;
using BlockAssist.Learner.Models;
using Spectre.Console;

namespace BlockAssist.Cli.Commands.Models;

/// <summary><c>blockassist model show</c>: one model in detail.</summary>
internal static class ModelShowCommand
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var hash = ModelInput.Hash();
        var verb = new Verb(
            "show",
            "One model: where it comes from, how large it is, how it was trained. Its file is checked.",
            new Example("blockassist model show 1f7a", "by the first digits of its hash")) { hash };
        verb.Runs((parsed, context, _) =>
        {
            var registry = ModelInput.Registry(context);
            context.Output.Result(Details(registry, registry.Find(parsed.GetRequiredValue(hash))), ModelJson.Default.ModelDetails, Table);
            return ExitCode.Done;
        });
        return verb;
    }

    private static ModelDetails Details(ModelRegistry registry, ModelEntry model)
    {
        var checkpoint = registry.Load(model.Hash);
        var file = registry.PathOf(model.Hash);
        return new ModelDetails(
            ModelReport.Of(model), file, new FileInfo(file).Length, checkpoint.Row.Length, checkpoint.Network, Parse(checkpoint.NetworkOptions),
            Parse(checkpoint.TrainingOptions), checkpoint.Counters, checkpoint.DataHash, checkpoint.CodeVersion);
    }

    private static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    private static Table Table(ModelDetails details)
    {
        var model = details.Model;
        var table = new Table().Border(TableBorder.Simple).HideHeaders().AddColumns("what", "value");
        foreach (var (what, value) in (ReadOnlySpan<(string, string?)>)
        [
            ("hash", model.Hash),
            ("kind", model.Kind.ToString().ToLowerInvariant()),
            ("state", model.State),
            ("added", model.Created.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture)),
            ("parent", model.Parent),
            ("metrics", model.MetricsLine()),
            ("note", model.Note),
            ("file", details.File),
            ("bytes", details.Bytes.ToString("N0", CultureInfo.InvariantCulture)),
            ("weights", details.Weights.ToString("N0", CultureInfo.InvariantCulture)),
            ("network", $"{details.Network} {details.NetworkOptions}"),
            ("training", $"{details.TrainingOptions}"),
            ("progress", string.Join(", ", details.Counters.Select(counter => $"{counter.Key} {counter.Value}"))),
            ("data", details.Data),
            ("code", details.Code),
        ])
        {
            if (value is { Length: > 0 })
            {
                table.AddRow(what, Markup.Escape(value));
            }
        }

        return table;
    }
}
