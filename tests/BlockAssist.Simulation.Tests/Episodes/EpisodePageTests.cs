using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Tests.Episodes;

/// <summary>Keeps docs/formats/episode.md true: its example is a file, and that file says what the page says.</summary>
public sealed class EpisodePageTests
{
    [Fact]
    public void The_example_is_what_the_writer_makes() => Assert.Equal(Convert.ToHexString(WriteExample()), Convert.ToHexString(ReadExampleFromPage()));

    [Fact]
    public void The_example_says_what_the_page_says()
    {
        var reader = new EpisodeReader(ReadExampleFromPage(), "episode.md", new EpisodeReaderOptions { Poses = true });
        var entries = new List<string>();
        for (var entry = reader.Read(); entry != EpisodeEntry.None; entry = reader.Read())
        {
            entries.Add(entry switch
            {
                EpisodeEntry.Step => $"{reader.Time} ms {reader.Origins[0]} {reader.Actions[0]}",
                EpisodeEntry.Correction => $"{reader.Correction!.Cells[0]}",
                EpisodeEntry.Pose => $"{reader.Pose.Time} ms {reader.Pose.Feet}",
                _ => entry.ToString(),
            });
        }

        Assert.Equal(
            [
                "400 ms Padding Noop",
                "650 ms Decision Place planks at 5",
                "StateHash",
                "750 ms Absent Noop",
                "850 ms Absent Noop",
                "Cell { Index = 2, Block = Glass, LastInteracted = -1 }",
                "900 ms Decision MovePosX",
                "50 ms (0.5, 2, 0.5)",
                "100 ms (0.75, 2, 0.5)",
                "Keyframe",
            ],
            entries);
        Assert.Equal((EndReason.Stopped, 5), (reader.End?.Reason, reader.End?.Steps));
        Assert.Equal("tiny", reader.Header.GoalName);
        Assert.Equal(1, EpisodeVerification.Verify(new EpisodeReader(ReadExampleFromPage(), "episode.md")).Exact);
    }

    private static byte[] WriteExample()
    {
        var goal = new BlockGrid(new GridSize(2, 3, 1), [Block.Bedrock, Block.Dirt, Block.Air, Block.Bedrock, Block.Dirt, Block.Planks]);
        var header = new EpisodeHeader
        {
            Options = new SiteOptions { Size = goal.Size, Builders = [new BuilderOptions { IsHuman = true }] },
            Goal = goal,
            GoalName = "tiny",
            Builders = [new EpisodeBuilder(BuilderRole.Person, "Ada")],
            Seed = 7,
            Properties = new Dictionary<string, string> { ["source"] = "page" },
        };
        var site = header.CreateSite();
        var file = new MemoryStream();
        using (var writer = new EpisodeWriter(file, header, site, new EpisodeWriterOptions { Coded = false, HashSteps = 2, KeyframeSteps = 5 }))
        {
            writer.Pose(new PlayerPose { Time = 50, Feet = site.LocationOf(0) });
            writer.Pose(new PlayerPose { Time = 100, Feet = new Location(0.75, 2, 0.5) });
            Step(400, BuilderAction.Noop, ActionOrigin.Padding);
            Step(650, BuilderAction.Place(5, Block.Planks), ActionOrigin.Decision);
            Step(750, BuilderAction.Noop, ActionOrigin.Absent);
            Step(850, BuilderAction.Noop, ActionOrigin.Absent);
            writer.Correct(new SiteCorrection { Cells = [new SiteCorrection.Cell(2, Block.Glass, BuildSite.Nobody)] });
            Step(900, BuilderAction.Move(ActionType.MovePosX), ActionOrigin.Decision);
            writer.Complete(EndReason.Stopped);

            void Step(long time, BuilderAction action, ActionOrigin origin)
            {
                site.Step([action], new Deed[1]);
                writer.Step(time, [action], [origin]);
            }
        }

        return file.ToArray();
    }

    private static byte[] ReadExampleFromPage() => FormatPage.Hex(FormatPage.Fenced("episode.md", "hex")[1]);
}
