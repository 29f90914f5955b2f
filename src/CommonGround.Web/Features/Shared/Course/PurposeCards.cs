using CommonGround.Domain.Cases;
using CommonGround.Domain.Programmes;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared;

namespace CommonGround.Web.Features.Shared.Course;

/// <summary>Words a step's purpose card for a reader (need N1).</summary>
public sealed class PurposeCards(CaseMaps maps)
{
    /// <returns>Null where no card was written that this reader may have.</returns>
    public PurposeCardView? Of(Programme programme, Step step, PartyRole reader, IEnumerable<Party> parties)
    {
        if (step.PurposeFor(reader) is not { } card)
            return null;

        var names = CaseMaps.Names(parties);
        string Say(Domain.Wording words) => maps.Say(programme, words, names);
        return new PurposeCardView(
            maps.Title(programme, step, reader, names), Say(card.Why), Say(card.WhoAsked), Say(card.Decides), Say(card.DoesNotDecide),
            Say(card.WillBeAsked), Say(card.WrittenDown), null, Say(card.HowToPrepare), Say(card.WhoMayCome), Say(card.IfYouCannotCome), Open: true);
    }
}
