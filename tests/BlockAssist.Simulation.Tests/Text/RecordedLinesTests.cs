using System.IO.Compression;
using System.Text;
using BlockAssist.Simulation.Text;
using CsCheck;

namespace BlockAssist.Simulation.Tests.Text;

public sealed class RecordedLinesTests
{
    [Fact]
    public void Lines_come_as_a_reader_of_the_base_library_gives_them() =>
        Gen.Char["ab{}\n"].Array[0, 200].Select(letters => new string(letters)).Sample(text =>
        {
            using var reader = new StringReader(text);
            var expected = new List<string>();
            while (reader.ReadLine() is { } line)
            {
                expected.Add(line);
            }

            Assert.Equal(expected, RecordedLines.Read(new MemoryStream(Encoding.UTF8.GetBytes(text))));
            Assert.Equal(expected, RecordedLines.Read(new MemoryStream(Zip(Encoding.UTF8.GetBytes(text)))));
        });

    [Fact]
    public void A_line_without_end_is_refused_before_it_fills_the_memory()
    {
        var bomb = Zip(new byte[4 * RecordedLines.LongestLine]);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var error = Assert.Throws<InvalidDataException>(() => RecordedLines.Read(new MemoryStream(bomb)).Count());

        Assert.Contains("expected one JSON object", error.Message, StringComparison.Ordinal);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 8L * RecordedLines.LongestLine);
    }

    private static byte[] Zip(byte[] bytes)
    {
        var zipped = new MemoryStream();
        using (var stream = new GZipStream(zipped, CompressionLevel.Fastest))
        {
            stream.Write(bytes);
        }

        return zipped.ToArray();
    }
}
