using BlockAssist.Game.Platform;
using BlockAssist.Game.Platform.Native;

namespace BlockAssist.Game.Tests.Platform.Native;

public sealed class NativeResolverTests
{
    private static readonly NativeName Absent = new()
    {
        Logical = "absent",
        Linux = ["libabsent.so.7", "libabsent.so"],
        Windows = ["absent.dll"],
        Mac = ["libabsent.dylib"],
        Purpose = "this test",
        Debian = "libabsent7",
        WindowsRemedy = "put absent.dll beside the program",
        MacRemedy = "brew install absent",
    };

    [Fact]
    public void A_missing_library_ends_in_one_line_that_says_what_mends_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The message is that of Linux.");

        var missing = Assert.Throws<PlatformException>(() => NativeResolver.Load(Absent));

        Assert.Equal("libabsent.so.7 is missing, needed for this test; on Debian: apt-get install -y libabsent7", missing.Message);
    }

    [Fact]
    public void A_library_is_found_by_the_second_of_its_names()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && GlibcMemory.KeepFreed(), "The C library has another name here.");

        Assert.NotEqual(0, NativeResolver.Load(Absent with { Linux = ["libabsent.so.7", "libc.so.6"] }));
    }

    [Theory]
    [InlineData(NativeNames.Glfw)]
    [InlineData(NativeNames.Egl)]
    [InlineData(NativeNames.OpenAl)]
    public void Every_logical_name_has_files_on_every_system(string logical)
    {
        var name = NativeNames.Find(logical);

        Assert.NotNull(name);
        Assert.All((IReadOnlyList<string>[])[name.Linux, name.Windows, name.Mac], Assert.NotEmpty);
    }

    [Fact]
    public void Names_that_are_not_ours_are_left_to_the_runtime() => Assert.Null(NativeNames.Find("libc"));
}
