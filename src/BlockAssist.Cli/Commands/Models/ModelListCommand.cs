using System.Globalization;
using BlockAssist.Cli.Running;
using Spectre.Console;

namespace BlockAssist.Cli.Commands.Models;

/// <summary><c>blockassist model list</c>: what there is.</summary>
internal static class ModelListCommand
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var verb = new Verb(
            "list",
            "The models of this node, the oldest first: what each plays, whether it is the one that plays, what its training showed.",
            new Example("blockassist model list", "a table"),
            new Example("blockassist model list --json", "whole hashes, for a program"));
        verb.Runs((_, context, _) =>
        {
            var models = new ModelList([.. ModelInput.Registry(context).List().Select(ModelReport.Of)]);
            context.Output.Result(models, ModelJson.Default.ModelList, Table);
            return ExitCode.Done;
        });
        return verb;
    }

    private static Table Table(ModelList list)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("hash", "kind", "state", "added", "parent", "metrics", "note");
        foreach (var model in list.Models)
        {
            table.AddRow(
                ModelReport.Short(model.Hash),
                model.Kind.ToString().ToLowerInvariant(),
                model.State,
                model.Created.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
                ModelReport.Short(model.Parent),
                Markup.Escape(model.MetricsLine()),
                Markup.Escape(model.Note ?? ""));
        }

        return table;
    }
}
