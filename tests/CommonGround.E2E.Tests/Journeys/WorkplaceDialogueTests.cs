using CommonGround.Scorecard;

namespace CommonGround.E2E.Tests.Journeys;

/// <summary>From the first question to a plan that all have said yes to.</summary>
public static class WorkplaceDialogueTests
{
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(2);

    private static async Task Travel(WorkplaceDialogue dialogue, string how)
    {
        await dialogue.SaraFindsOutWhy();
        await dialogue.SaraTellsHerView();
        await dialogue.SaraComesBackAndHandsIn();
        await dialogue.SaraSaysYesToAminaAndJonas();
        await dialogue.AminaReadsAndInvites();
        await dialogue.JonasComesIn();
        await dialogue.JonasTellsHis();
        await dialogue.TheyFindATime();
        var took = await dialogue.TheyMeet();
        await dialogue.TheMeetingBecomesThePlan();
        await dialogue.SaraAndJonasSayWhereTheyStand();
        await dialogue.NothingThatJonasOpensTellsASecret();
        await dialogue.SaraSeesWhoLookedAndTakesHerYesBack();
        await dialogue.TheLogsAreWhole();

        Figure.Report("Journey", $"{how}: what was agreed stood before the others after {took.TotalMilliseconds:0} ms");
        Assert.InRange(took, TimeSpan.Zero, AtOnce);
        dialogue.ShouldBeForEveryone();
    }

    public sealed class OnSqlite(ProductOnSqlite product) : IClassFixture<ProductOnSqlite>
    {
        [Fact]
        public async Task Three_people_come_from_first_question_to_a_plan_and_a_yes_taken_back()
        {
            await using var dialogue = await WorkplaceDialogue.Begin(product, looks: true);
            await Travel(dialogue, "SQLite, each page looked at");
        }
    }

    public sealed class OnPostgres(ProductOnPostgres product) : IClassFixture<ProductOnPostgres>
    {
        [Fact]
        public async Task Three_people_come_from_first_question_to_a_plan_and_a_yes_taken_back()
        {
            await using var dialogue = await WorkplaceDialogue.Begin(product, means: Means.Keyboard, language: "en");
            await Travel(dialogue, "PostgreSQL, by keyboard, in English");
        }
    }

    public sealed class WithoutJavaScript(ProductOnSqlite product) : IClassFixture<ProductOnSqlite>
    {
        [Fact]
        public async Task Three_people_come_from_first_question_to_a_plan_and_a_yes_taken_back()
        {
            await using var dialogue = await WorkplaceDialogue.Begin(product, WindowKind.WithoutJavaScript, language: "da");
            await Travel(dialogue, "SQLite, without scripts, in Danish");
        }
    }
}
