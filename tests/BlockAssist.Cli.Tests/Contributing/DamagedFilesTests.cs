using System.Text;
using BlockAssist.Cli.Contributing;

namespace BlockAssist.Cli.Tests.Contributing;

/// <summary>Files of contributions that are not as they were written: of settlements, what a hub sends.</summary>
public sealed class DamagedFilesTests : IDisposable
{
    private const string Account = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_settlement_is_read() =>
        Assert.Equal("1000 wei", $"{Settlement.Read(Bytes($$"""{"round":1,"records":[],"lines":[{"peer":"a","account":"{{Account}}","wei":"1000"}]}"""), "some.json").Credits.Sum}");

    [Theory]
    [InlineData("""{"round":1,"records":[null],"lines":[]}""")]
    [InlineData("""{"round":1,"records":[],"lines":[null]}""")]
    [InlineData("""{"round":1,"records":[],"lines":[{"peer":"a","account":"0x","wei":"1"}]}""")]
    public void What_is_no_settlement_is_refused(string text) => Assert.Throws<InvalidDataException>(() => Settlement.Read(Bytes(text), "some.json"));

    [Fact]
    public void An_amount_of_more_digits_than_there_is_money_is_refused_before_it_is_read()
    {
        var error = Assert.Throws<InvalidDataException>(
            () => Settlement.Read(Bytes($$"""{"round":1,"records":[],"lines":[{"peer":"a","account":"{{Account}}","wei":"{{new string('9', 1 << 20)}}"}]}"""), "some.json"));

        Assert.Contains($"{1 << 20} digits", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("""{"verdicts":[null]}""")]
    [InlineData("""{"verdicts":[{"contribution":"0x","accepts":true,"score":1,"salt":"0x"}]}""")]
    public void Damaged_verdicts_are_told(string text)
    {
        File.WriteAllText(_folder.File("verdicts.json"), text);

        Assert.Throws<InvalidDataException>(() => KeptVerdicts.In(_folder.File("verdicts.json")));
    }

    public void Dispose() => _folder.Dispose();

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
