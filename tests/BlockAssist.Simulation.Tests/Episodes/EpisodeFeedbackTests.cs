using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Voxels;
using CsCheck;

namespace BlockAssist.Simulation.Tests.Episodes;

public sealed class EpisodeFeedbackTests
{
    private static readonly GridSize Size = new(4, 5, 6);

    private static readonly Gen<Feedback> SomeFeedback =
        from kind in Gen.Int[0, 6]
        from giver in Gen.Int[0, 1]
        from later in Gen.Long[-50, 3000]
        from value in Gen.Int[0, Size.Volume - 1]
        select new Feedback((FeedbackKind)kind, giver, 1 - giver, later, 0, value);

    [Fact]
    public void What_was_given_is_what_is_read() => Gen.Select(SomeFeedback.List[0, 60], Gen.Int[1, 40]).Sample((given, keyframes) =>
    {
        var written = new List<Feedback>();
        var file = Record(
            new EpisodeWriterOptions { KeyframeSteps = keyframes },
            (writer, site) =>
            {
                foreach (var feedback in given)
                {
                    var time = writer.Time + feedback.Time;
                    written.Add(feedback with { Time = time, Steps = writer.Steps });
                    writer.Feedback(feedback.Kind, feedback.From, feedback.About, time, feedback.Value);
                    Step(writer, site, writer.Time + 100);
                }
            });

        var read = Read(file, out var reader);

        Assert.Equal(written, read);
        Assert.Empty(reader.Damages);
        Assert.Equal(1, EpisodeVerification.Verify(new EpisodeReader(file, "test")).Exact);
    });

    [Fact]
    public void Feedback_survives_a_crash_as_steps_do()
    {
        var file = new MemoryStream();
        var header = Header();
        var site = header.CreateSite();
        var writer = new EpisodeWriter(file, header, site);
        writer.Feedback(FeedbackKind.Pause, 0, 1, 200);
        writer.Pass(1300);

        Assert.Equal([new Feedback(FeedbackKind.Pause, 0, 1, 200, 0)], Read(file.ToArray(), out _));
    }

    [Fact]
    public void Kinds_of_a_later_version_are_passed_over()
    {
        byte[] payload = [3, .. Entry(0, time: 1), .. Entry(77, time: 2, value: 999), .. Entry(1, time: 3)];

        Assert.Equal([FeedbackKind.Pause, FeedbackKind.Resume], Read(WithRecord(payload), out var reader).Select(feedback => feedback.Kind));
        Assert.Empty(reader.Damages);
        Assert.NotNull(reader.End);
    }

    [Theory]
    [InlineData("a builder that is not there", new byte[] { 1, 0, 2, 1, 2, 0, 0 }, "builder 2, expected less than 2")]
    [InlineData("a builder that is not there", new byte[] { 1, 0, 0, 9, 2, 0, 0 }, "builder 9, expected less than 2")]
    [InlineData("steps to come", new byte[] { 1, 0, 0, 1, 2, 1, 0 }, "steps before feedback 1, expected 0 to 0")]
    [InlineData("a cell outside", new byte[] { 1, 4, 0, 1, 2, 0, 120 }, "feedback about cell 120, expected less than 120")]
    [InlineData("a suggested cell outside", new byte[] { 1, 6, 0, 1, 2, 0, 120 }, "feedback about cell 120, expected less than 120")]
    [InlineData("too few bytes", new byte[] { 1, 4, 0, 1 }, "ends 1 bytes too early")]
    [InlineData("too many bytes", new byte[] { 1, 0, 0, 1, 2, 0, 0, 5 }, "bytes after the last feedback")]
    public void What_cannot_be_is_damage(string what, byte[] payload, string complaint)
    {
        Read(WithRecord(payload), out var reader);

        Assert.True(reader.Damages is [var damage] && damage.Message.Contains(complaint, StringComparison.Ordinal), $"{what}: {string.Join("; ", reader.Damages.Select(damage => damage.Message))}");
    }

    [Fact]
    public void A_writer_refuses_what_a_reader_would() => Record(new EpisodeWriterOptions(), (writer, _) =>
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => writer.Feedback(FeedbackKind.Pause, 2, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => writer.Feedback(FeedbackKind.Pause, 0, -1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => writer.Feedback(FeedbackKind.Pace, 0, 1, 0, -1));
        foreach (var kind in (FeedbackKind[])[FeedbackKind.Undo, FeedbackKind.Reject, FeedbackKind.Accept, FeedbackKind.Decline])
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => writer.Feedback(kind, 0, 1, 0, Size.Volume));
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => writer.Feedback((FeedbackKind)99, 0, 1, 0));
    });

    [Fact]
    public void The_page_says_how_it_is_written()
    {
        var payload = EpisodeFile.Split(Example()).Single(record => record.Type == 'F').Payload;

        Assert.Equal(Convert.ToHexString(FormatPage.Hex(FormatPage.Fenced("episode.md", "hex")[0])), Convert.ToHexString(payload));
    }

    [Fact]
    public void It_is_written_byte_for_byte_as_ever() => EpisodeGoldenTests.Demand("feedback.bae", Example());

    private static byte[] Example() => Record(
        new EpisodeWriterOptions { FlushMilliseconds = 5000 },
        (writer, site) =>
        {
            Step(writer, site, 900);
            writer.Feedback(FeedbackKind.Pace, 0, 1, 1000, 400);
            writer.Feedback(FeedbackKind.Reject, 0, 1, 1250, 70);
        });

    private static byte[] Entry(byte kind, byte time, int value = 0) =>
        value < 128 ? [kind, 0, 1, time, 0, (byte)value] : [kind, 0, 1, time, 0, (byte)(value | 128), (byte)(value >> 7)];

    private static byte[] WithRecord(byte[] payload)
    {
        var records = EpisodeFile.Split(Record(new EpisodeWriterOptions(), (_, _) => { }));
        records.Insert(1, new EpisodeFile.Record((byte)'F', payload));
        return EpisodeFile.Join(records);
    }

    private static byte[] Record(EpisodeWriterOptions options, Action<EpisodeWriter, BuildSite> play)
    {
        var header = Header();
        var (site, file) = (header.CreateSite(), new MemoryStream());
        using (var writer = new EpisodeWriter(file, header, site, options))
        {
            play(writer, site);
            writer.Complete(EndReason.Stopped);
        }

        return file.ToArray();
    }

    private static void Step(EpisodeWriter writer, BuildSite site, long time)
    {
        BuilderAction[] actions = [BuilderAction.Move(ActionType.MovePosX), BuilderAction.Noop];
        site.Step(actions, new Deed[2]);
        writer.Step(time, actions, [ActionOrigin.Decision, ActionOrigin.Absent]);
    }

    private static List<Feedback> Read(byte[] file, out EpisodeReader reader)
    {
        reader = new EpisodeReader(file, "test");
        var read = new List<Feedback>();
        for (var entry = reader.Read(); entry != EpisodeEntry.None; entry = reader.Read())
        {
            if (entry == EpisodeEntry.Feedback)
            {
                Assert.True(reader.Feedback.Steps <= reader.Steps);
                read.Add(reader.Feedback);
            }
        }

        return read;
    }

    private static EpisodeHeader Header() => new()
    {
        Options = new SiteOptions { Size = Size, Builders = [new BuilderOptions { IsHuman = true }, new BuilderOptions()] },
        Goal = new BlockGrid(Size),
        Builders = [new EpisodeBuilder(BuilderRole.Person, "Ada"), new EpisodeBuilder(BuilderRole.Assistant, "helper")],
    };
}
