namespace CommonGround.E2E.Tests.Journeys;

/// <summary>From the first question to a plan that all have said yes to, on each database.</summary>
public abstract class WorkplaceDialogueTests(ProductOn product)
{
    [Fact]
    public async Task Sara_finds_out_tells_her_view_and_lets_two_people_in()
    {
        await using var dialogue = await WorkplaceDialogue.Begin(product);

        await dialogue.SaraFindsOutWhy();
        await dialogue.SaraTellsHerView();
        await dialogue.SaraComesBackAndHandsIn();
        await dialogue.SaraSaysYesToAminaAndJonas();
    }

    public sealed class OnSqlite(ProductOnSqlite product) : WorkplaceDialogueTests(product), IClassFixture<ProductOnSqlite>;
}
