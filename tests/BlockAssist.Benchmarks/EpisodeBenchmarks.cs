using BenchmarkDotNet.Attributes;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Goals;
using BlockAssist.Simulation.Goals.Houses;
using BlockAssist.Simulation.Policies;

namespace BlockAssist.Benchmarks;

/// <summary>One recorded house: read, and replayed with every state compared.</summary>
[MemoryDiagnoser]
public class EpisodeBenchmarks
{
    private byte[] _episode = [];

    [GlobalSetup]
    public void Record()
    {
        var options = new SiteOptions();
        var house = HouseGenerator.Generate(GoalPlacement.RoomFor(options.Size, infiniteBlocks: true), 1);
        var header = new EpisodeHeader
        {
            Options = options,
            Goal = GoalPlacement.Place(house, options.Size, infiniteBlocks: true),
            Builders = [new EpisodeBuilder(BuilderRole.Scripted, "human")],
        };
        var site = header.CreateSite();
        using var stream = new MemoryStream();
        using (var writer = new EpisodeWriter(stream, header, site))
        {
            var runner = new PolicyRunner(site, new HumanlikeBuilder(1));
            while (!site.IsOver)
            {
                runner.Step();
                writer.Step(site.Timestep * 800L, runner.Actions, [ActionOrigin.Decision]);
            }

            writer.Complete(EndReason.Complete);
        }

        _episode = stream.ToArray();
    }

    [Benchmark(Baseline = true)]
    public int Read()
    {
        var reader = new EpisodeReader(_episode, "benchmark");
        while (reader.Read() != EpisodeEntry.None)
        {
        }

        return reader.Steps;
    }

    [Benchmark]
    public int Replay()
    {
        var replay = new Replay(new EpisodeReader(_episode, "benchmark"));
        replay.Run();
        return replay.Mismatches;
    }
}
