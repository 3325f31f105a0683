using BlockAssist.Simulation.Files;

namespace BlockAssist.Simulation.Tests.Files;

public sealed class AtomicFileTests : IDisposable
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_is_written_whole_with_its_folders()
    {
        AtomicFile.Write(_folder.File("a/b/c.bin"), stream => stream.Write([1, 2, 3]));

        Assert.Equal([1, 2, 3], File.ReadAllBytes(_folder.File("a/b/c.bin")));
        Assert.Single(Directory.GetFiles(_folder.File("a/b")));
    }

    [Fact]
    public void A_failure_leaves_the_old_file_and_nothing_else()
    {
        File.WriteAllText(_folder.File("old"), "old");

        Assert.Throws<InvalidDataException>(() => AtomicFile.Write(_folder.File("old"), stream =>
        {
            stream.WriteByte(1);
            throw new InvalidDataException();
        }));

        Assert.Equal("old", File.ReadAllText(_folder.File("old")));
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void What_is_only_created_never_replaces_a_file()
    {
        Assert.True(AtomicFile.CreatePrivate(_folder.File("key"), stream => stream.WriteByte(1)));
        Assert.False(AtomicFile.CreatePrivate(_folder.File("key"), stream => stream.WriteByte(2)));

        Assert.Equal([1], File.ReadAllBytes(_folder.File("key")));
        Assert.Single(Directory.GetFiles(_folder.Path));
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(_folder.File("key")) == Owner);
    }

    [Fact]
    public void Nobody_sees_the_name_before_the_file_is_whole() =>
        AtomicFile.Write(_folder.File("new"), _ => Assert.False(File.Exists(_folder.File("new"))));

    [Fact]
    public void A_second_writer_is_turned_away_and_the_first_goes_on()
    {
        AtomicFile.Write(_folder.File("same"), first =>
        {
            first.WriteByte(1);
            Assert.Throws<IOException>(() => AtomicFile.Write(_folder.File("same"), _ => { }));
        });

        Assert.Equal([1], File.ReadAllBytes(_folder.File("same")));
    }

    [Fact]
    public void A_folder_is_not_a_place_for_a_file() =>
        Assert.Contains("is a folder", Assert.Throws<IOException>(() => AtomicFile.Write(_folder.Path, _ => { })).Message, StringComparison.Ordinal);

    [Fact]
    public void A_link_stays_and_what_it_leads_to_is_replaced()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights there.");
        File.WriteAllText(_folder.File("target"), "old");
        File.CreateSymbolicLink(_folder.File("link"), _folder.File("target"));

        AtomicFile.Write(_folder.File("link"), stream => stream.WriteByte(7));

        Assert.Equal([7], File.ReadAllBytes(_folder.File("target")));
        Assert.NotNull(File.ResolveLinkTarget(_folder.File("link"), returnFinalTarget: false));
    }

    [Fact]
    public void A_device_is_written_and_stays_a_device()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such devices.");

        AtomicFile.Write("/dev/null", stream => stream.WriteByte(7));

        Assert.Empty(File.ReadAllBytes("/dev/null"));
    }

    [Fact]
    public void What_is_in_memory_is_a_file_like_any_other()
    {
        Assert.SkipUnless(Directory.Exists("/dev/shm"), "There is no such folder.");
        var file = Path.Combine("/dev/shm", Path.GetRandomFileName());

        try
        {
            AtomicFile.Write(file, stream => stream.WriteByte(7));

            Assert.Equal([7], File.ReadAllBytes(file));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_secret_is_its_owners_alone_from_the_first_byte_on(bool leftBehind)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("The folder decides there.");
            return;
        }

        if (leftBehind)
        {
            File.WriteAllText(_folder.File("secret.partial"), "open to all");
            File.SetUnixFileMode(_folder.File("secret.partial"), Owner | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        }

        var during = UnixFileMode.None;
        AtomicFile.WritePrivate(_folder.File("secret"), stream =>
        {
            during = ModeOf(_folder.File("secret.partial"));
            stream.WriteByte(7);
        });

        Assert.Equal((Owner, Owner), (during, ModeOf(_folder.File("secret"))));
        Assert.Equal([7], File.ReadAllBytes(_folder.File("secret")));
    }

    private static UnixFileMode ModeOf(string file) => OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(file);
}
