using BlockAssist.Cli.Commands.Models;
using BlockAssist.Cli.Doctor;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Training;
using BlockAssist.Game.Settings;
using BlockAssist.Game.Sound;
using BlockAssist.Learner.Inference;
using BlockAssist.Learner.Models;
using BlockAssist.Learner.Networks;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace BlockAssist.Cli.Commands;

/// <summary><c>blockassist doctor</c>: what works on this machine, what does not, and what mends it.</summary>
internal static class DoctorCommand
{
    // People read it, in a file too; programs ask for JSON.
    private const int MostColumns = 120;

    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var verb = new Verb(
            "doctor",
            "What works on this machine, what does not, and the command that mends it.",
            new Example("blockassist doctor", "look at this machine"),
            new Example("blockassist doctor --json", "the same for a program; exit code 1 if something required is missing"));

        verb.Runs((_, context, _) => Run(context));
        return verb;
    }

    private static ExitCode Run(CommandContext context)
    {
        var diagnosis = Diagnosis.Of(Examine(context));
        context.Output.Result(diagnosis, DiagnosisJson.Default.Diagnosis, Table);

        if (!diagnosis.Ok)
        {
            var missing = diagnosis.Findings.Where(finding => finding.State == Health.Missing).Select(finding => finding.Name);
            throw new ForeseenException($"Required but missing: {string.Join(", ", missing)}");
        }

        return ExitCode.Done;
    }

    private static Finding[] Examine(CommandContext context)
    {
        var (surroundings, home) = (context.Surroundings, context.Home.Path);
        return
        [
            DotnetChecks.Runtime(),
            DotnetChecks.Sdk(DotnetChecks.InstalledSdks()),
            MachineChecks.OperatingSystem(),
            MachineChecks.Cores(Environment.ProcessorCount),
            MachineChecks.Memory(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes),
            HomeChecks.Writable(home),
            HomeChecks.Disk(HomeChecks.FreeBytes(home)),
            ScreenChecks.Text(surroundings.Out.Encoding, surroundings.Variable),
            ScreenChecks.Terminal(surroundings.OutIsTerminal, surroundings.Width, surroundings.Variable),
            ScreenChecks.Display(OperatingSystem.IsWindows() || OperatingSystem.IsMacOS(), surroundings.Variable),
            ScreenChecks.Picture(new SettingsFile(context.Home.Settings).Peek().Video),
            ScreenChecks.Sound(SoundDevice),
            LearnerChecks.Torch(TorchRuntime.Load()),
            LearnerChecks.Inference(ProviderSurvey.Take()),
            ModelChecks.Models(ModelInput.Registry(context), NamedModel.Shipped(ModelKind.Human)),
            CompanionChecks.Ffmpeg(CompanionChecks.Find("ffmpeg", surroundings.Variable)),
            CompanionChecks.RecordedPlay(CompanionChecks.RecordedPlayFolder(surroundings.Variable)),
        ];
    }

    private static string SoundDevice()
    {
        using var output = OpenAlOutput.Open();
        return output.Name;
    }

    private static Table Table(Diagnosis diagnosis)
    {
        var table = new Table().Border(TableBorder.Simple).Width(MostColumns).AddColumns("what", "state", "found", "what mends it");
        foreach (var finding in diagnosis.Findings)
        {
            table.AddRow(Row(finding));
        }

        return table;
    }

    private static IEnumerable<IRenderable> Row(Finding finding) =>
    [
        new Text(finding.Name),
        new Text(Word(finding.State), new Style(Colour(finding.State))),
        new Text(finding.Found),
        new Text(finding.Mend ?? ""),
    ];

    private static string Word(Health state) => state switch
    {
        Health.Ok => "ok",
        Health.Warning => "warning",
        _ => "missing",
    };

    private static Color Colour(Health state) => state switch
    {
        Health.Ok => Color.Green,
        Health.Warning => Color.Yellow,
        _ => Color.Red,
    };
}
