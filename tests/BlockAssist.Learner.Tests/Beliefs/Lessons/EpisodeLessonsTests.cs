using BlockAssist.Learner.Beliefs;
using BlockAssist.Learner.Beliefs.Lessons;
using BlockAssist.Learner.Tests.Data;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Goals;
using BlockAssist.Simulation.Goals.Houses;
using BlockAssist.Simulation.Policies;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Tests.Beliefs.Lessons;

public sealed class EpisodeLessonsTests(RecordedPeople people) : IClassFixture<RecordedPeople>, IDisposable
{
    private static readonly int[] Moments = [0, 40, 41, 150, 300];
    private static readonly int[] Lengths = [100, 1, 900];
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Moments_are_as_they_were_seen_when_it_was_played(bool withAssistant)
    {
        var (path, seen, edits) = Play(withAssistant);
        var lessons = new EpisodeLessons(path);
        var batch = new BeliefBatch(new BeliefShape(lessons.Header.Options.Size), Moments.Length + 1);

        Assert.Equal(withAssistant ? 1 : BuildTrace.Onlooker, lessons.Observer);
        Assert.Equal(Moments.Length, lessons.Write(Moments, batch, first: 1));

        for (var moment = 0; moment < Moments.Length; moment++)
        {
            Assert.Equal(seen.Of(seen.Cells, moment), batch.Of(batch.Cells, moment + 1));
            Assert.Equal(seen.Of(seen.Scene, moment), batch.Of(batch.Scene, moment + 1));
            var soon = edits.Where(edit => edit.Step >= Moments[moment]).Take(EpisodeLessons.SoonEdits).Select(edit => batch.Shape.PlaceOf(edit.At)).Distinct().Order();
            Assert.Equal(soon, Enumerable.Range(0, batch.Shape.Size.Volume).Where(place => batch.Of(batch.Soon, moment + 1)[place] == 1));
        }

        Assert.Equal(0, batch.Built[1]);
        Assert.InRange(batch.Built[5], 0.05f, 1f);
        Assert.Equal(lessons.Header.Goal.Blocks[lessons.Header.Options.Size.CellAt(new BlockPos(4, 3, 5))], (Block)batch.Of(batch.Goal, 1)[batch.Shape.PlaceOf(new BlockPos(4, 3, 5))]);
    }

    [Fact]
    public void Moments_behind_the_end_are_left_out()
    {
        var lessons = new EpisodeLessons(Play(withAssistant: false).Path);
        var batch = new BeliefBatch(new BeliefShape(lessons.Header.Options.Size), 3);

        Assert.Equal(2, lessons.Write([0, lessons.CountSteps() - 1, lessons.CountSteps()], batch, 0));
    }

    [Fact]
    public void People_who_were_helped_are_seen_through_the_helpers_eyes()
    {
        var helped = people.Of("with_assistant").Demonstrations.Select(one => new EpisodeLessons(one.Path)).ToList();

        Assert.NotEmpty(helped);
        foreach (var lessons in helped)
        {
            var batch = new BeliefBatch(new BeliefShape(lessons.Header.Options.Size), 2);
            Assert.NotEqual(BuildTrace.Onlooker, lessons.Observer);
            Assert.Equal(2, lessons.Write([0, lessons.CountSteps() / 2], batch, 0));
            Assert.InRange(batch.Built[1], 0.05f, 1f);
        }
    }

    [Fact]
    public void What_is_shown_in_a_step_depends_on_the_seed_and_the_step_alone()
    {
        var plan = new LessonPlan(Lengths, moments: 12, together: 4, seed: 5);
        var same = new LessonPlan(Lengths, moments: 12, together: 4, seed: 5);

        Assert.Equal(3, plan.Of(7).Count);
        Assert.Equal(plan.Of(7).Select(one => one.Episode), same.Of(7).Select(one => one.Episode));
        Assert.Equal(plan.Of(7).SelectMany(one => one.Steps), same.Of(7).SelectMany(one => one.Steps));
        Assert.NotEqual(plan.Of(7).SelectMany(one => one.Steps), plan.Of(8).SelectMany(one => one.Steps));
        Assert.All(Enumerable.Range(0, 50).SelectMany(plan.Of), one =>
        {
            Assert.Equal(one.Steps.Order(), one.Steps);
            Assert.All(one.Steps, step => Assert.InRange(step, 0, Lengths[one.Episode] - 1));
        });
    }

    [Fact]
    public void A_share_of_episodes_is_shown_in_other_materials()
    {
        var plan = new LessonPlan(Lengths, moments: 12, together: 4, seed: 5, repainted: 0.3);
        var shown = Enumerable.Range(0, 200).SelectMany(plan.Of).ToList();

        Assert.InRange(shown.Count(one => one.Paints is not null) / (double)shown.Count, 0.24, 0.36);
        Assert.All(shown.Where(one => one.Paints is not null), one => Assert.Equal([Block.Air, Block.Bedrock, Block.Dirt], one.Paints![..3]));
        Assert.DoesNotContain(Enumerable.Range(0, 50).SelectMany(new LessonPlan(Lengths, 12, 4, 5).Of), one => one.Paints is not null);
    }

    public void Dispose() => _folder.Dispose();

    private (string Path, BeliefBatch Seen, List<(int Step, BlockPos At)> Edits) Play(bool withAssistant)
    {
        BuilderOptions[] builders = withAssistant ? [new BuilderOptions(), new BuilderOptions { GoalVisible = false }] : [new BuilderOptions()];
        var options = new SiteOptions { Builders = builders };
        var goal = GoalPlacement.Place(HouseGenerator.Generate(GoalPlacement.RoomFor(options.Size, true), 9), options.Size, true);
        var header = new EpisodeHeader
        {
            Options = options,
            Goal = goal,
            Builders = withAssistant
                ? [new EpisodeBuilder(BuilderRole.Scripted, "human-like"), new EpisodeBuilder(BuilderRole.Assistant, "random")]
                : [new EpisodeBuilder(BuilderRole.Scripted, "human-like")],
        };
        var path = Path.Combine(_folder.Path, "played.bae");
        var site = header.CreateSite();
        var looker = new Looker(withAssistant ? 1 : BuildTrace.Onlooker, new BeliefBatch(new BeliefShape(options.Size), Moments.Length));
        using (var recorder = new EpisodeRecorder(path, header, site))
        {
            IPolicy[] policies = withAssistant ? [new HumanlikeBuilder(3), new RandomValidPolicy(4)] : [new HumanlikeBuilder(3)];
            var runner = new PolicyRunner(site, policies);
            runner.ResetPolicies();
            for (var step = 0; step < 400; step++)
            {
                looker.Look(site, step);
                runner.Step();
                recorder.Visit(site, runner.Actions, runner.Deeds);
                looker.Note(runner.Deeds, site.Size, step);
            }
        }

        return (path, looker.Batch, looker.Edits);
    }

    private sealed class Looker(int self, BeliefBatch batch)
    {
        private readonly BuildTrace _trace = Begun(self);
        private int _next;

        public BeliefBatch Batch => batch;

        public List<(int Step, BlockPos At)> Edits { get; } = [];

        public void Look(BuildSite site, int step)
        {
            _trace.Note(site.Observe(Math.Max(0, self)));
            if (_next < Moments.Length && Moments[_next] == step)
            {
                BeliefEncoder.Write(site.Observe(Math.Max(0, self)), _trace, batch.Of(batch.Cells, _next), batch.Of(batch.Scene, _next));
                _next++;
            }
        }

        public void Note(ReadOnlySpan<Deed> deeds, GridSize size, int step)
        {
            if (deeds[0].Action.IsEdit)
            {
                Edits.Add((step, size.PosOf(deeds[0].Action.Cell)));
            }
        }

        private static BuildTrace Begun(int self)
        {
            var trace = new BuildTrace();
            trace.Begin(self);
            return trace;
        }
    }
}
