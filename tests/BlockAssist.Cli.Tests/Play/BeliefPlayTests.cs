using BlockAssist.Cli.Running;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Cli.Tests.Play;

/// <summary>Play with the assistant that infers the goal, by a model that has learnt nothing.</summary>
public sealed class BeliefPlayTests : IDisposable
{
    private readonly TemporaryFolder _home = new();

    private string Model => _home.File("some.safetensors");

    [Fact]
    public async Task The_model_helps_without_seeing_the_goal_and_the_recording_says_which_it_was()
    {
        var hash = SomeBelief.Save(Model, new GridSize(11, 10, 10));

        var run = await Play("--assistant", "belief", "--assistant-model", Model);

        var header = Recorded(run);
        Assert.Equal(new EpisodeBuilder(BuilderRole.Assistant, $"belief {hash[..12]}"), header.Builders[1]);
        Assert.Equal([true, false], header.Options.Builders.Select(builder => builder.GoalVisible));
        Assert.Equal(1, EpisodeVerification.Verify(EpisodeReader.Open(FileOf(run))).Exact);
    }

    [Fact]
    public async Task A_model_that_was_promoted_helps_without_being_named()
    {
        var hash = SomeBelief.Save(Model, new GridSize(11, 10, 10));
        await Run("model", "import", Model);
        await Run("model", "promote", hash[..8]);

        var run = await Play("--assistant", "belief");

        Assert.Equal($"belief {hash[..12]}", Recorded(run).Builders[1].Name);
    }

    [Fact]
    public async Task The_same_seed_plays_the_same_session()
    {
        SomeBelief.Save(Model, new GridSize(11, 10, 10));

        var (one, other) = (await Play("--assistant-model", Model), await Play("--assistant-model", Model));

        Assert.Equal(Steps(one), Steps(other));
    }

    [Fact]
    public async Task Whatever_is_wrong_with_the_model_is_said_and_a_scripted_builder_helps()
    {
        SomeBelief.Save(_home.File("small.safetensors"), new GridSize(6, 6, 6));
        await File.WriteAllTextAsync(_home.File("damaged.safetensors"), "no model", TestContext.Current.CancellationToken);
        var gone = _home.File("gone.safetensors");

        foreach (var (model, reason) in new[] { ("small.safetensors", "6×6×6; here they are of 11×10×10"), ("damaged.safetensors", "damaged.safetensors"), ("gone.safetensors", $"{gone} is not there") })
        {
            var run = await Play("--assistant", "belief", "--assistant-model", _home.File(model));

            Assert.Equal(ExitCode.Done, run.Code);
            Assert.Contains(reason, run.Error, StringComparison.Ordinal);
            Assert.Contains("A scripted one that sees the goal helps instead", run.Error, StringComparison.Ordinal);
            Assert.Equal(new EpisodeBuilder(BuilderRole.Scripted, "human"), Recorded(run).Builders[1]);
        }
    }

    [Fact]
    public async Task Without_a_window_nobody_helps_unless_asked_to()
    {
        var run = await Play();

        Assert.Single(Recorded(run).Builders);
    }

    public void Dispose() => _home.Dispose();

    private static string FileOf(CommandRun run) => run.Json.GetProperty("sessions")[0].GetProperty("file").GetString()!;

    private static int Steps(CommandRun run) => run.Json.GetProperty("sessions")[0].GetProperty("steps").GetInt32();

    private static EpisodeHeader Recorded(CommandRun run) => EpisodeReader.Open(FileOf(run)).Header;

    private Task<CommandRun> Play(params string[] words) => Run(["play", "--headless", "--player", "layer", "--seed", "3", "--json", .. words]);

    private Task<CommandRun> Run(params string[] words) => CommandRun.Of(Verbs.All(), _home.Path, words);
}
