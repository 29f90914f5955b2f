using System.Reflection;
using System.Runtime.ExceptionServices;
using CommonGround.Scorecard;
using CommonGround.Testing.Product;
using CommonGround.Web.Tests.Emergency;
using CommonGround.Web.Tests.Invitations;
using CommonGround.Web.Tests.Meetings;
using CommonGround.Web.Tests.Mine;
using CommonGround.Web.Tests.Plans;
using CommonGround.Web.Tests.Sharing;
using CommonGround.Web.Tests.SickNotes;

namespace CommonGround.Web.Tests.Scorecard.Forms;

/// <summary>
/// What people do with the product, as its own tests do it: whoever visits sends each form three times, and what those tests hold then
/// holds all the same.
/// </summary>
internal static class Journeys
{
    /// <summary>Of the tests of the pages, so many that each form that they reach is sent once. Those that turn the clock come last.</summary>
    public static IReadOnlyList<Func<SendingThrice, Task>> Few { get; } =
    [
        p => new HatTests.OnPostgres(p).EachHat_ReadsWhatItMay_AndTheOtherReadsNoMoreForIt(),
        p => new WhoTakesPartTests.OnPostgres(p).AnEndedPart_ReadsNothing_AtTheNextRequest(),
        p => new WhoTakesPartTests.OnPostgres(p).AColleague_IsFoundByName_BroughtIn_TheCitizenTold_AndReadsAtOnce(),
        p => new WhoTakesPartTests.OnPostgres(p).TheLead_IsHandedOver_WithTheMeetingAhead_AndWhoLedIsOut(),
        p => new MeetingMailTests.OnPostgres(p).MovedAndCalledOff_AreTold_ToThoseWhomTheYesStillReaches(),
        p => new Interviews.TalkTests.OnPostgres(p).WhoeverAnswersAlone_HasNotTalkedYet_AndTheCoordinatorSaysWhenTheTalkWas(),
        p => new SettleStepTests.OnPostgres(p).LeaveOut_AndTakeUpAgain_TheCaseGoesOnWithoutIt_AndSaysWhy(),
        p => new SettleStepTests.OnPostgres(p).Book_TheSupervisorsTalk_StandsOnTheirPage_AndInNobodyElsesMail(),
        p => new Episodes.OpenCaseTests.OnPostgres(p).ACertificateThatComesIntoTheEpisode_JoinsItsCase(),
        p => new MinutesCopyTests.OnPostgres(p).TheInsurance_GetsWhatWasAgreedAndThePlanHasForThem_AndNothingThatASideSaid(),
        p => new PlanPageTests.OnPostgres(p).The_same_save_sent_twice_makes_one_version(),
        p => new PlanPageTests.OnPostgres(p).An_edit_asks_only_whom_it_touches_and_their_yes_agrees_the_plan(),
        p => new CopyTests.OnPostgres(p).The_citizen_previews_hands_over_sees_the_receipt_and_takes_back(),
        p => new InvitationPagesTests.OnPostgres(p).Redeem_AfterFourteenDays_IsTooOld_AndANewOneCanBeAskedFor(),
        p => new EmergencyAccessTests.OnPostgres(p).TheOneWhoOpenedIt_AndTheOfficer_CanEndIt_NobodyElse(),
        p => new EmergencyAccessTests.OnPostgres(p).Opening_TellsTheCitizenAndTheOfficer_WithoutHealthOrUnitInTheMail(),
        p => new ProtectedIdentityTests.OnPostgres(p).ShownAgain_OnlyByWhoLeadsTheCase(),
        p => new LookQuestionTests.OnPostgres(p).TheAnswer_ReachesTheCitizen_OnceAndForAll_AndStaysBetweenThem(),
        p => new SickNotePageTests.OnPostgres(p).Prefill_IsImported_WaitsForAName_AndCountsOnceTied(),
        p => new SickNotePageTests.OnPostgres(p).Type_MakesAnEpisode_Once_AndACertificateThatComesLaterDecides(),
        p => new MineTests.OnPostgres(p).Untold_IsRemoved_AndWhatWasTold_Stays(),
        p => new ConsentWholeTests.OnPostgres(p).AYesToWhoeverIsTheManager_IsForTheNextOne_AndTheOneBeforeIsOut(),
        p => new ConsentWholeTests.OnPostgres(p).Asked_OpensNothing_IsAnsweredByTheCitizenAlone_AndANoChangesNothing(),
        p => new ConsentWholeTests.OnPostgres(p).Changed_ToLess_IsDeniedAtTheNextRequest_Ended_IsDenied_AndRenewed_IsAllowed(),
        p => new ConsentPagesTests.OnPostgres(p).Enter_SaidInTheRoom_IsMarkedSo_WithTheWordsInTheCitizensLanguage(),
        p => new SentAgainTests.OnPostgres(p).AWithdrawalEnteredTwice_LeadsToTheSamePage(),
        p => new FollowPlanTests.OnPostgres(p).OnItsDay_TheOwnerIsAsked_ThenTheCitizen_AndWhatIsMissingComesBackInTheirWords(),
    ];

    /// <summary>Every test of the pages that stands by itself, on a product of its own class.</summary>
    public static IEnumerable<(Type Class, IReadOnlyList<MethodInfo> Tests)> All =>
        from type in typeof(Journeys).Assembly.GetTypes()
        where type is { Name: "OnPostgres", DeclaringType: not null } && type.DeclaringType.GetCustomAttribute<ScorecardRowAttribute>() is null
        where type.GetConstructors() is [var made] && made.GetParameters() is [var product] && product.ParameterType.IsAssignableFrom(typeof(SendingThrice))
        let tests = type.GetMethods().Where(m => m.GetCustomAttribute<FactAttribute>()?.GetType() == typeof(FactAttribute) && m.ReturnType == typeof(Task)).ToList()
        where tests.Count > 0
        orderby type.FullName
        select (type, (IReadOnlyList<MethodInfo>)tests);

    public static async Task Run(MethodInfo test, Type type, RunningProduct product)
    {
        try
        {
            await (Task)test.Invoke(Activator.CreateInstance(type, product), [])!;
        }
        catch (TargetInvocationException thrown)
        {
            ExceptionDispatchInfo.Throw(thrown.InnerException ?? thrown);
        }
    }
}
