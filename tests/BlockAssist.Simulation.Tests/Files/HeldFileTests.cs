using BlockAssist.Simulation.Files;

namespace BlockAssist.Simulation.Tests.Files;

public sealed class HeldFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.File("a/b.lock");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void One_has_it_until_it_lets_go()
    {
        using (var held = HeldFile.TryTake(Path))
        {
            Assert.NotNull(held);
            Assert.Null(HeldFile.TryTake(Path));
            Assert.True(HeldFile.IsHeld(Path));
        }

        Assert.False(HeldFile.IsHeld(Path));
        using var again = HeldFile.TryTake(Path);
        Assert.NotNull(again);
    }

    [Fact]
    public void Nobody_holds_a_file_that_is_not_there_and_asking_makes_none()
    {
        Assert.False(HeldFile.IsHeld(Path));
        Assert.False(Directory.Exists(_folder.File("a")));
    }

    [Fact]
    public void Where_there_can_be_no_file_it_is_not_somebody_else_who_has_it()
    {
        File.WriteAllText(_folder.File("a"), "a file where the folder should be");

        Assert.ThrowsAny<IOException>(() => HeldFile.TryTake(Path));
    }
}
