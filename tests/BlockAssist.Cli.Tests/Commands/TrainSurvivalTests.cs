using BlockAssist.Cli.Running;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Models;
using BlockAssist.Simulation.Building;

namespace BlockAssist.Cli.Tests.Commands;

/// <summary>Models that know little help each other, from the command line.</summary>
[Collection(TrainingInTurn.Name)]
public sealed class TrainSurvivalTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public TrainSurvivalTests()
    {
        SomeBelief.Save(Assistant, new SiteOptions().Size);
        SomeHuman.Save(Human);
    }

    private string Assistant => _folder.File("assistant.safetensors");

    private string Human => _folder.File("human.safetensors");

    [Fact]
    public async Task What_comes_of_it_is_an_assistant_that_foresees_what_lasts_and_plays()
    {
        var output = _folder.File("out.safetensors");

        var run = await Run("--out", output);

        Assert.True(run.Code == ExitCode.Done, run.Error);
        var checkpoint = CheckpointFile.Load(output);
        Assert.NotNull(BeliefModel.JudgeOf(checkpoint));
        Assert.Equal(CheckpointFile.Load(Assistant).Row.ToArray(), checkpoint.Row.ToArray());
        Assert.Equal(run.Json.GetProperty("parent").GetString(), checkpoint.Parent);
        var round = Assert.Single(run.Json.GetProperty("rounds").EnumerateArray());
        Assert.True(round.GetProperty("after").GetDouble() <= round.GetProperty("before").GetDouble(), run.Out);
        Assert.True(round.GetProperty("learnt").GetInt32() > 0, run.Out);

        var helped = await CommandRun.Of(
            Verbs.All(), _folder.File("home"), ["evaluate", "assistant", "--helpers", "belief", "--assistant", output, "--human", Human, "--episodes", "1", "--horizon", "60", "--json"]);
        Assert.True(helped.Code == ExitCode.Done, helped.Error);
    }

    [Fact]
    public async Task What_was_recorded_is_not_recorded_again()
    {
        var once = await Run();
        var recordings = Directory.EnumerateFiles(_folder.File("home"), "survival-*.bae", SearchOption.AllDirectories).ToDictionary(file => file, File.GetLastWriteTimeUtc);

        var again = await Run("--resume");

        Assert.Equal(10, recordings.Count);
        Assert.All(recordings, one => Assert.Equal(one.Value, File.GetLastWriteTimeUtc(one.Key)));
        Assert.Equal(once.Json.GetProperty("rounds").GetRawText(), again.Json.GetProperty("rounds").GetRawText());
        Assert.Equal(once.Json.GetProperty("model").GetString(), again.Json.GetProperty("model").GetString());
    }

    public void Dispose() => _folder.Dispose();

    private Task<CommandRun> Run(params string[] words) => CommandRun.Of(
        Verbs.All(), _folder.File("home"), ["train", "survival", "--assistant", Assistant, "--human", Human, "--episodes", "10", "--rounds", "1", "--json", .. words]);
}
