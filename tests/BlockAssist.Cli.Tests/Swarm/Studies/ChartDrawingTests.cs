using System.Xml.Linq;
using BlockAssist.Cli.Swarm.Studies;

namespace BlockAssist.Cli.Tests.Swarm.Studies;

public sealed class ChartDrawingTests
{
    [Fact]
    public void A_chart_is_a_picture_with_all_its_words()
    {
        using var folder = new TemporaryFolder();
        var chart = new StudyChart("parity", "Loss & more", "steps", "loss", [new StudyLine("four peers", [new StudyPoint(20, 1, 0.9, 1.1), new StudyPoint(40, 1.2, 1.1, 1.3)])])
        {
            IsLogarithmic = true,
        };

        var file = ChartDrawing.Save(chart, folder.File("charts"));

        Assert.Equal("parity.svg", Path.GetFileName(file));
        var words = XDocument.Load(file).Descendants().Where(one => one.Name.LocalName == "text").Select(one => one.Value).ToList();
        Assert.Contains("Loss & more", words);
        Assert.Contains("four peers", words);
        Assert.Contains("steps", words);
        Assert.Contains("loss", words);
    }
}
