// The rules of search that are words or numbers. They come with the index, made from blanket.search: none stands here.

export interface Rules {
  vægte: Record<string, number> & {
    KIND: Record<string, number>;
    MOST_HOLDERS: Record<string, number>;
    SHORT: Record<string, number>;
    TRUST: Record<string, number>;
  };
  uregelmæssige: Record<string, string>;
  danske_småord: string[];
  fremmede_småord: string[];
  gerninger: string[];
  dobbelte: string;
  haler: string[];
  hoveder: string[];
  led: string[];
  endelser: string[];
  spørger_efter: Record<string, string[]>;
  blanketord: string[];
}

export let weights: Rules["vægte"];
export let rules: Rules;

export function useRules(given: Rules): void {
  rules = given;
  weights = given.vægte;
}
