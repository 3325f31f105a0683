using BlockAssist.Game.Hud.Pieces;
using BlockAssist.Game.Play;
using BlockAssist.Game.Settings;

namespace BlockAssist.Game.Tests.Play;

public sealed class LearningWatchTests
{
    private readonly SomeLearner _learner = new();
    private readonly LiveSettings _settings = new(null, new GameSettings());
    private readonly Toasts _toasts = new();

    [Fact]
    public void It_learns_when_the_game_begins_and_after_each_session()
    {
        var watch = new LearningWatch(_learner, _settings, _toasts);

        Follow(watch, 0, 0, 0, 1, 1, 2);

        Assert.Equal(3, _learner.Begun);
    }

    [Fact]
    public void Who_forbids_it_is_not_learnt_from_until_it_is_allowed_again()
    {
        Allow(false);
        var watch = new LearningWatch(_learner, _settings, _toasts);
        Follow(watch, 0, 1);
        Assert.Equal(0, _learner.Begun);

        Allow(true);
        Follow(watch, 1);
        Assert.Equal(1, _learner.Begun);
    }

    [Fact]
    public void News_are_told_once()
    {
        var watch = new LearningWatch(_learner, _settings, _toasts);
        _learner.News = "It has learnt.";

        Follow(watch, 0, 0);

        Assert.Equal(1, _toasts.Waiting + _toasts.Shown);
    }

    [Fact]
    public void Without_a_learner_nothing_happens() => Follow(new LearningWatch(null, _settings, _toasts), 0, 1);

    private static void Follow(LearningWatch watch, params int[] played) => Array.ForEach(played, watch.Follow);

    private void Allow(bool isAllowed) => _settings.Change(all => all with { Assistant = all.Assistant with { Learns = isAllowed } });

    private sealed class SomeLearner : ISessionLearner
    {
        public string About => "";

        public int Begun { get; private set; }

        public string? News { get; set; }

        public void Begin() => Begun++;

        public string? TakeNews()
        {
            var news = News;
            News = null;
            return news;
        }
    }
}
