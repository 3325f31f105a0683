using BlockAssist.Cli.Running;
using BlockAssist.Cli.Training;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Models;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Cli.Tests.Assistance;

public sealed class ServedModelsTests : IDisposable
{
    private readonly TemporaryFolder _home = new();
    private int _exports;

    private string[] Kept => Directory.GetFiles(_home.File("served"));

    [Fact]
    public async Task What_was_exported_once_is_opened_as_it_is()
    {
        await Open();
        await Open();

        Assert.Equal(1, _exports);
        Assert.Single(Kept);
    }

    [Fact]
    public async Task What_is_damaged_is_exported_again()
    {
        await Open();
        var bytes = await File.ReadAllBytesAsync(Kept[0], TestContext.Current.CancellationToken);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(Kept[0], bytes, TestContext.Current.CancellationToken);

        await Open();
        await Open();

        Assert.Equal(2, _exports);
    }

    [Fact]
    public async Task Only_the_newest_are_kept()
    {
        for (var number = 0; number < 12; number++)
        {
            await Open(number);
        }

        Assert.Equal(8, Kept.Length);
    }

    public void Dispose() => _home.Dispose();

    private async Task Open(int number = 0)
    {
        var file = _home.File($"{number}.safetensors");
        var hash = SomeBelief.Save(file, new GridSize(6, 6, 6));
        var model = new NamedModel(CheckpointFile.Load(file), $"{hash}-{number}", false);
        var verb = new Verb("open", "Opens a model.", new Example("blockassist open", "for a test"));
        verb.Runs((_, context, _) =>
        {
            using var engine = new ServedModels(context).Open(model, "some", () =>
            {
                _exports++;
                using var belief = BeliefModel.Open(model.Checkpoint);
                return belief.ToOnnx();
            });
            return ExitCode.Done;
        });
        var run = await CommandRun.Of([verb], _home.Path, ["open"]);
        Assert.True(run.Code == ExitCode.Done, run.Error);
    }
}
