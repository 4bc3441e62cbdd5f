import { loadContractFiles } from '#src/contract-files.ts';
import { compiledContract } from '#src/http/contract/compiled-contract.ts';
import { pipelineSettings, servePipeline } from './pipeline.ts';

void servePipeline(compiledContract(loadContractFiles().document), pipelineSettings(process.env));
