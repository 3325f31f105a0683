using System.CommandLine;
using System.Text.Json;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Swarm.Studies;
using BlockAssist.Learner.Data;
using BlockAssist.Simulation.Files;
using Serilog;

namespace BlockAssist.Cli.Commands.Swarms;

/// <summary><c>blockassist swarm study</c>: answers a question about swarms by a series of simulations.</summary>
internal static class SwarmStudyCommand
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var name = new Argument<string>("name") { Description = $"What is asked. {string.Join(" ", SwarmStudies.All.Select(study => $"{study.Name}: {study.Question}"))}" };
        name.AcceptOnlyFromAmong([.. SwarmStudies.All.Select(study => study.Name)]);
        var seeds = Ranged.Option("--seeds", "From how many seeds each figure is.", 3, (1, 1000));
        var seed = Ranged.Seed("The first of the seeds; each later one is one more.");
        var play = new Option<string?>("--play") { Description = "A folder of episodes to learn from, where the study learns; by default play is made up.", HelpName = "DIR" };
        var folder = new Option<string?>("--out") { Description = "Where the figures go, as report.json and charts, and notes of what is measured.", HelpName = "DIR" };
        var resume = new Option<bool>("--resume") { Description = "Go on where the last study in that folder was, with what it noted." };
        var quick = new Option<bool>("--quick") { Description = "Measure less than figures need: to see that it runs." };
        var verb = new Verb(
            "study",
            "Answers a question about swarms by a series of simulations, with intervals over seeds. Says of each pass mark whether it was met.",
            new Example("blockassist swarm study parity --quick", "do many who merge now and then learn what one does? in a minute"),
            new Example("blockassist swarm study attacks --play episodes --out attacks", "learnt from people's play; report.json and charts in attacks"),
            new Example("blockassist swarm study attacks --play episodes --out attacks --resume", "go on after a crash"))
        {
            name, seeds, seed, play, folder, resume, quick,
        };
        verb.Runs((parsed, context, cancellation) =>
        {
            var study = SwarmStudies.All.First(one => one.Name == parsed.GetRequiredValue(name));
            var options = new StudyOptions
            {
                Seeds = parsed.GetValue(seeds),
                Seed = parsed.GetValue(seed),
                Quick = parsed.GetValue(quick),
                Play = Played(parsed.GetValue(play)),
                Clock = context.Surroundings.Clock,
                Notes = Notes(parsed.GetValue(folder), parsed.GetValue(resume)),
            };
            var report = study.Run(options, new Told(context.Log), cancellation);
            var answer = StudyAnswer.Of(study, options, report);
            Save(answer, parsed.GetValue(folder));
            context.Output.Result(answer, StudyJson.Default.StudyAnswer, StudyTables.Of);
            return answer.Checks.All(check => check.IsMet) ? ExitCode.Done : ExitCode.Failed;
        });
        return verb;
    }

    private static string? Played(string? folder) => folder is null || DemonstrationSet.Open([folder]).Turns > 0
        ? folder
        : throw new ForeseenException($"There is no demonstration in {folder}", "Import recorded play: blockassist demos import FILES --out DIR.");

    private static StudyNotes Notes(string? folder, bool resume)
    {
        if (folder is null)
        {
            return resume ? throw new ForeseenException("There is nothing to go on with", "Name the folder of the last study: --out DIR.") : new StudyNotes(null);
        }

        var file = Path.Combine(Directory.CreateDirectory(folder).FullName, "notes.jsonl");
        if (!resume)
        {
            File.Delete(file);
        }

        return new StudyNotes(file);
    }

    private static void Save(StudyAnswer answer, string? folder)
    {
        if (folder is null)
        {
            return;
        }

        var report = JsonSerializer.SerializeToUtf8Bytes(answer, StudyJson.Default.StudyAnswer);
        AtomicFile.Write(Path.Combine(folder, "report.json"), stream => stream.Write(report));
        foreach (var chart in answer.Charts)
        {
            ChartDrawing.Save(chart, folder);
        }
    }

    private sealed class Told(ILogger log) : IProgress<string>
    {
        public void Report(string value) => log.Information("{Measured}", value);
    }
}
