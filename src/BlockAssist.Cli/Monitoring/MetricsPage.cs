using System.Globalization;
using System.Text;

namespace BlockAssist.Cli.Monitoring;

/// <summary>Figures in the text form that Prometheus reads (0.0.4).</summary>
internal sealed class MetricsPage
{
    /// <summary>What the form is called.</summary>
    public const string MediaType = "text/plain; version=0.0.4; charset=utf-8";

    private readonly StringBuilder _text = new();

    /// <summary>A figure that goes up and down.</summary>
    public MetricsPage Gauge(string name, string help, double? value) => Add(name, "gauge", help, [("", "", value)]);

    /// <summary>A figure that goes up only, from the start of the process on.</summary>
    public MetricsPage Counter(string name, string help, double? value) => Add(name, "counter", help, [("", "", value)]);

    /// <summary>Figures that go up and down, by something.</summary>
    public MetricsPage Gauges(string name, string help, string label, IEnumerable<(string Of, double? Value)> values) => Add(name, "gauge", help, values.Select(value => (label, value.Of, value.Value)));

    /// <summary>Figures that go up only, by something.</summary>
    public MetricsPage Counters(string name, string help, string label, IEnumerable<(string Of, double? Value)> values) => Add(name, "counter", help, values.Select(value => (label, value.Of, value.Value)));

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    // What nobody knows is not there.
    private MetricsPage Add(string name, string kind, string help, IEnumerable<(string Label, string Of, double? Value)> values)
    {
        var known = values.Where(value => value.Value is not null).ToList();
        if (known.Count == 0)
        {
            return this;
        }

        _text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} {kind}\n");
        foreach (var (label, of, value) in known)
        {
            _text.Append(name);
            if (label.Length > 0)
            {
                _text.Append(CultureInfo.InvariantCulture, $"{{{label}=\"{Escaped(of)}\"}}");
            }

            _text.Append(CultureInfo.InvariantCulture, $" {value!.Value:R}\n");
        }

        return this;
    }

    private static string Escaped(string text) => text.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal);
}
