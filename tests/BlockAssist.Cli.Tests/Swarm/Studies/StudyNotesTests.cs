using BlockAssist.Cli.Swarm.Studies;

namespace BlockAssist.Cli.Tests.Swarm.Studies;

public sealed class StudyNotesTests
{
    private static readonly StudyWatch Watch = new(TimeProvider.System);

    [Fact]
    public void What_was_measured_is_not_measured_again()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("notes");
        new StudyNotes(file).Of("one", Watch, () => Loss(0.1 + 0.2));

        var known = new StudyNotes(file).Of("one", Watch, () => throw new InvalidOperationException("it is known"));

        Assert.Equal(0.1 + 0.2, known.Values["loss"]);
    }

    [Fact]
    public void A_line_that_was_broken_off_is_measured_again_and_harms_no_other()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("notes");
        var notes = new StudyNotes(file);
        notes.Of("one", Watch, () => Loss(1));
        notes.Of("two", Watch, () => Loss(2));
        var bytes = File.ReadAllBytes(file);
        File.WriteAllBytes(file, bytes[..^9]);

        new StudyNotes(file).Of("two", Watch, () => Loss(3));

        var after = new StudyNotes(file);
        Assert.Equal(2, after.Count);
        Assert.Equal(1, after.Of("one", Watch, () => Loss(9)).Values["loss"]);
        Assert.Equal(3, after.Of("two", Watch, () => Loss(9)).Values["loss"]);
    }

    [Fact]
    public void Without_a_file_nothing_is_kept()
    {
        new StudyNotes(null).Of("one", Watch, () => Loss(1));

        Assert.Equal(2, new StudyNotes(null).Of("one", Watch, () => Loss(2)).Values["loss"]);
    }

    private static Dictionary<string, double> Loss(double loss) => new() { ["loss"] = loss };
}
