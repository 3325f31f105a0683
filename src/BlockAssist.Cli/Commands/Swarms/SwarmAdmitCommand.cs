using System.CommandLine;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Swarm;
using BlockAssist.Net.Identities;

namespace BlockAssist.Cli.Commands.Swarms;

/// <summary><c>blockassist swarm admit</c>: lets a machine work for the hub.</summary>
internal static class SwarmAdmitCommand
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var who = new Argument<string>("PEER") { Description = "The worker's id, as its key show prints it." };
        var no = new Option<bool>("--not") { Description = "Shuts it out again.", Arity = System.CommandLine.ArgumentArity.Zero };
        var verb = new Verb(
            "admit",
            "Lets a machine work for this hub (blockassist worker there). Its word on what peers trained is trusted: admit your own machines only. A running node takes notice within seconds.",
            new Example("blockassist swarm admit 12D3KooWLKfwuFP8asrpVbHaUFWwbhYuyuC4oNT3yomfJxLjdWBP", "your spare machine"))
        {
            who, no,
        };
        verb.Validators.Add(result =>
        {
            if (result.GetValue(who) is { } text && !PeerId.TryParse(text, out _))
            {
                result.AddError($"'{text}' is no id of a peer, which begins with 12D3KooW");
            }
        });
        verb.Runs((parsed, context, _) =>
        {
            var folder = SwarmFolder.Of(context.Home);
            var settings = folder.Settings();
            var own = settings.Own ?? throw new ForeseenException("this node does not coordinate its swarm", "Admit workers on the hub.");
            var worker = parsed.GetRequiredValue(who);
            var others = own.Workers.Where(one => one != worker);
            folder.Keep(settings with { Own = own with { Workers = parsed.GetValue(no) ? [.. others] : [.. others, worker] } });
            context.Output.Result(
                new WorkersReport(folder.Settings().Own!.Workers), SwarmNodeJson.Default.WorkersReport, report => report.Workers.Count == 0 ? "No workers." : $"Workers: {string.Join(", ", report.Workers)}");
            return ExitCode.Done;
        });
        return verb;
    }
}
