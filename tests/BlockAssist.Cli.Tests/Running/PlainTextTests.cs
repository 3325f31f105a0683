using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Tests.Running;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a house\tof\nstone – 石", "a house\tof\nstone – 石")]
    [InlineData("\u001b]0;title\u0007", "\uFFFD]0;title\uFFFD")]
    [InlineData("\u0000\u0008\u007f\u009b", "\uFFFD\uFFFD\uFFFD\uFFFD")]
    public void Only_what_a_terminal_would_obey_is_replaced(string text, string plain) => Assert.Equal(plain, PlainText.Of(text));
}
