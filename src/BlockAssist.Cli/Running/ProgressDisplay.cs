using System.Globalization;
using Spectre.Console;

namespace BlockAssist.Cli.Running;

/// <summary>Shows how far a work is: a bar on a screen, otherwise a line every few seconds.</summary>
internal sealed class ProgressDisplay(IAnsiConsole console, TimeProvider clock)
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BetweenFrames = TimeSpan.FromMilliseconds(50);

    /// <summary>Does the work, showing what it reports.</summary>
    public T During<T>(string title, long total, Func<ProgressMeter, T> work) =>
        console.Profile.Capabilities.Interactive ? WithBar(title, total, work) : WithLines(title, total, work);

    private T WithLines<T>(string title, long total, Func<ProgressMeter, T> work) =>
        work(new ProgressMeter(clock, BetweenLines, (done, note) => console.WriteLine(Line(note ?? title, done, total))));

    private T WithBar<T>(string title, long total, Func<ProgressMeter, T> work) =>
        console.Progress().AutoClear(true).Columns(
            new TaskDescriptionColumn(),
            new ProgressBarColumn(),
            new PercentageColumn(),
            new RemainingTimeColumn()).Start(live =>
            {
                var bar = live.AddTask(Markup.Escape(title), maxValue: total);
                return work(new ProgressMeter(clock, BetweenFrames, (done, note) =>
                {
                    bar.Value = done;
                    bar.Description = Markup.Escape(note ?? title);
                }));
            });

    private static string Line(string title, long done, long total) =>
        string.Create(CultureInfo.InvariantCulture, $"{title}: {done:N0} of {total:N0} ({100 * done / Math.Max(total, 1)} %)");
}
